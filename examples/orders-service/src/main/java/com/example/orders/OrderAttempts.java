package com.example.orders;

import org.springframework.data.jpa.repository.JpaRepository;

interface OrderAttempts extends JpaRepository<OrderAttempt, Long> {}
