package com.acme.log;

import org.jspecify.annotations.Nullable;

/** Changes, and counts how often it was told. */
final class Item {
    private final @Nullable Runnable asked;
    private int told;
    String name;

    Item(String name, @Nullable Runnable asked) {
        this.name = name;
        this.asked = asked;
    }

    int told() {
        return told;
    }

    @Override
    public String toString() {
        if (asked != null) {
            asked.run();
        }
        return "item " + name + " told " + ++told;
    }
}
