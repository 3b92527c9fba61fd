package io.fluxrun.boundary.jdbc;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What an application maps. */
final class Shelf {
    private Shelf() {}

    @Entity(name = "Purchase")
    static class Purchase {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        @Version
        int version;

        String customer;
        BigDecimal total;
        Instant placedAt;
        UUID reference;

        @OneToMany(cascade = CascadeType.ALL)
        List<Line> lines = new ArrayList<>();
    }

    @Entity(name = "Line")
    static class Line {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;

        String sku;
        Integer quantity;
    }
}
