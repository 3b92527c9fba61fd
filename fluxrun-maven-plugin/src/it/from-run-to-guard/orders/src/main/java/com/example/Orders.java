package com.example;

import com.example.pricing.Price;

/** Its bug is repaired with {@code -Drepaired=true}: a build cannot edit its own sources between goals. */
public class Orders {
    public String place(String id) {
        if (Boolean.getBoolean("repaired")) {
            return "waiting for stock: " + id + " at " + new Price(1999).cents();
        }
        throw new IllegalStateException("no stock");
    }
}
