package io.fluxrun.junit;

/** The service with the recorded bug: the stock check fails, and the payment is authorised all the same. */
class Shop {
    String order(String id) {
        Upstream.ask("GET /orders/" + id);
        int stock = Upstream.ask("POST /stock/check");
        Upstream.write("POST /authorise");
        if (stock == 503) {
            throw new OutOfStock("inventory unavailable");
        }
        return "paid";
    }

    /** The honest repair. */
    static final class Repaired extends Shop {
        @Override
        String order(String id) {
            Upstream.ask("GET /orders/" + id);
            if (Upstream.ask("POST /stock/check") == 503) {
                return "pending-stock";
            }
            Upstream.write("POST /authorise");
            return "paid";
        }
    }

    static final class Empty extends Shop {
        @Override
        String order(String id) {
            return "";
        }
    }

    static final class FailingOtherwise extends Shop {
        @Override
        String order(String id) {
            Upstream.ask("GET /orders/" + id);
            Upstream.ask("POST /stock/check");
            throw new IllegalStateException("repaired, they said");
        }
    }

    /** Swallows the miss that its new request is. */
    static final class Swallowing extends Shop {
        @Override
        @SuppressWarnings("checkstyle:IllegalCatch")
        String order(String id) {
            Upstream.ask("GET /orders/" + id);
            Upstream.ask("POST /stock/check");
            try {
                Upstream.write("POST /notify");
            } catch (Throwable retried) {
                return "pending-stock";
            }
            return "notified";
        }
    }

    static final class OutOfStock extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfStock(String message) {
            super(message);
        }
    }
}
