package com.example.orders;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @GetMapping("/orders/{id}")
    ResponseEntity<OrderAnswer> place(@PathVariable String id) {
        OrderAnswer answer = orders.place(id);
        return ResponseEntity.status(answer.paid() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(answer);
    }
}
