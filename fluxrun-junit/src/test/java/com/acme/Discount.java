package com.acme;

/** A bug that asks nobody: it divides by what it is given. */
public class Discount {
    /** The recorded entry. */
    public String of(String percent) {
        return "total " + Calculation.price(percent);
    }

    /** Where it failed, below the entry. */
    static final class Calculation {
        private Calculation() {}

        static int price(String percent) {
            int divisor = Integer.parseInt(percent);
            return rounded(divisor == 0 ? 0 : 100 / divisor);
        }

        static int rounded(int price) {
            return price;
        }
    }

    /** Does not get as far as the failing method any more. */
    public static final class Bypassed extends Discount {
        @Override
        public String of(String percent) {
            return "total unknown";
        }
    }
}
