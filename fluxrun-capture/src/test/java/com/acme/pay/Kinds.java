package com.acme.pay;

import io.fluxrun.Boundary;

/** Where a mark may be. */
public final class Kinds {
    private Kinds() {}

    public interface Store<T> {
        @Boundary
        String save(T item);

        String plain(T item);

        @Boundary
        T load(String key);
    }

    /** A bean, whose JSON does not say what it is. */
    public static class Price {
        public String sku = "";
        public long cents;

        @Override
        public String toString() {
            return sku + " " + cents;
        }
    }

    public static final class PriceStore implements Store<Price> {
        @Override
        public String save(Price item) {
            return item + " " + System.nanoTime();
        }

        @Override
        public String plain(Price item) {
            return "";
        }

        @Override
        public Price load(String key) {
            var price = new Price();
            price.sku = key;
            price.cents = System.nanoTime();
            return price;
        }
    }

    /** Fills in the type parameter: the compiler makes a bridge. */
    public static final class TextStore implements Store<String> {
        @Override
        public String save(String item) {
            return item + System.nanoTime();
        }

        @Override
        public String plain(String item) {
            return item + System.nanoTime();
        }

        @Override
        public String load(String key) {
            return key + System.nanoTime();
        }
    }

    @Boundary
    public static class Client {
        public String get(String key) {
            return key + System.nanoTime();
        }

        public static String find(String key) {
            return key + System.nanoTime();
        }
    }

    /** Overrides what is marked above. */
    public static final class CachedClient extends Client {
        @Override
        public String get(String key) {
            return "cached " + super.get(key);
        }
    }

    /** Not marked at all: named in the configuration. */
    public interface Mailer {
        String send(String to);
    }

    public static final class RealMailer implements Mailer {
        @Override
        public String send(String to) {
            return to + System.nanoTime();
        }
    }
}
