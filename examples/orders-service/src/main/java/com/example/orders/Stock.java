package com.example.orders;

enum Stock {
    AVAILABLE,
    SHORT,
    UNAVAILABLE
}
