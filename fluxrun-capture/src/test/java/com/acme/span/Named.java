package com.acme.span;

import io.fluxrun.Span;

/** Methods that a setting names, one of them annotated too. */
public class Named {
    public String plain(String id) {
        return id;
    }

    @Span
    public String both() {
        return "both";
    }

    public String getName() {
        return "name";
    }

    String hidden() {
        return "hidden";
    }
}
