package com.example.orders;

import java.util.List;

record Order(String id, String customerId, List<Line> lines) {

    record Line(String sku, int quantity) {}
}
