package com.acme.pay;

import io.fluxrun.Boundary;

/** Where a mark may be. */
public final class Kinds {
    private Kinds() {}

    public interface Store<T> {
        @Boundary
        String save(T item);

        String plain(T item);
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
