package com.example.orders;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

@ResponseStatus(HttpStatus.NOT_FOUND)
class UnknownOrderException extends RuntimeException {

    UnknownOrderException(String orderId) {
        super("unknown order " + orderId);
    }
}
