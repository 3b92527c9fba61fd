package com.acme.pay;

import io.fluxrun.Boundary;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Every kind of method and value that an interface of an application has. */
@Boundary
public interface Everything {
    sealed interface Shape permits Circle, Square {}

    record Circle(double radius) implements Shape {}

    record Square(long side, Optional<Shape> inner) implements Shape {}

    enum Colour {
        RED {
            @Override
            boolean warm() {
                return true;
            }
        },
        BLUE {
            @Override
            boolean warm() {
                return false;
            }
        };

        abstract boolean warm();
    }

    /** Its constructor takes no message. */
    class NotFound extends Exception {
        private static final long serialVersionUID = 1L;
        public final int code;

        public NotFound(Throwable cause) {
            super(cause);
            code = 404;
        }
    }

    /** Its only constructor takes what it makes its message of. */
    class Rejected extends Exception {
        private static final long serialVersionUID = 1L;

        public Rejected(String order, int code) {
            super(order + " was rejected: " + code);
        }
    }

    /** An application's own, which can be read once. */
    class Cursor implements Iterator<String> {
        private int left = 2;

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public String next() {
            return "row " + left--;
        }
    }

    void nothing();

    String text(String given);

    Optional<Optional<String>> optional(boolean full);

    List<Integer> immutableList();

    ArrayList<String> mutableList();

    Set<Long> set();

    Map<Colour, List<Circle>> map();

    int[] numbers();

    String[][] table();

    char[] letters();

    Shape shape(int nth);

    Colour colour(int nth);

    <T> T same(T value);

    CompletionStage<List<Circle>> stage();

    CompletableFuture<String> noFuture();

    Future<String> completable();

    Future<String> opaque();

    String notFound() throws NotFound;

    String rejected() throws Rejected;

    String varargs(String first, Object... rest);

    default String byDefault(String name) {
        return "default " + name;
    }

    String overloaded(int number);

    String overloaded(long number);

    String overloaded(Integer number);

    Iterator<String> iterator();

    Stream<String> stream();

    InputStream bytes();
}
