package com.example.pricing;

public record Price(long cents) {}
