package com.example.orders;

import java.math.BigDecimal;

record Customer(String id, String name, BigDecimal discount, String paymentToken) {}
