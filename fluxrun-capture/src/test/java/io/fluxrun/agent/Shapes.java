package io.fluxrun.agent;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntUnaryOperator;

/** Methods of every shape that a weaver may meet. */
public class Shapes implements Defaults {
    private int calls;

    public void nothing() {}

    public static void nothingAtAll() {}

    public int integer(int a) {
        return a + 1;
    }

    public long wide(long a, int b, double c) {
        long sum = a + b;
        double more = sum + c;
        return (long) more;
    }

    public static double ratio(double a, float b) {
        return a / b;
    }

    public float single(float a) {
        return a * 2;
    }

    public boolean flag(boolean a) {
        return !a;
    }

    public byte octet(byte a) {
        return (byte) (a + 1);
    }

    public short small(short a) {
        return (short) (a + 1);
    }

    public char letter(char a) {
        return (char) (a + 1);
    }

    public String text(String a) {
        return a + "!";
    }

    public Object any(Object a) {
        return a;
    }

    public int[] numbers(int[] a) {
        return a.clone();
    }

    public List<String>[] lists(List<String>[] a) {
        return a;
    }

    /** The body begins with the target of a jump, and has frames of all kinds. */
    public int loop(int a) {
        while (true) {
            if (a % 7 == 0) {
                return a;
            }
            a++;
        }
    }

    public String branches(Object a, long b) {
        String text = a instanceof String known ? known : String.valueOf(a);
        for (long i = 0; i < b; i++) {
            double half = i / 2.0;
            if (half > 1) {
                text += half;
            }
        }
        return switch (text.length()) {
            case 0 -> "none";
            case 1 -> text + text;
            default -> text;
        };
    }

    public int handlers(String a) {
        try {
            synchronized (this) {
                calls++;
                return Integer.parseInt(a);
            }
        } catch (NumberFormatException e) {
            try {
                return a.length();
            } catch (NullPointerException nothing) {
                return -1;
            }
        } finally {
            calls++;
        }
    }

    public void throwing(String a) throws IOException {
        throw new IOException(a);
    }

    public String lambda(int a) {
        IntUnaryOperator twice = b -> a + b;
        var all = new CopyOnWriteArrayList<>(List.of(new StringBuilder("x").append(twice.applyAsInt(a))));
        return Arrays.toString(all.toArray());
    }
}
