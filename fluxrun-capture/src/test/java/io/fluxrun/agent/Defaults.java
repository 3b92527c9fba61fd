package io.fluxrun.agent;

/** Methods with a body in an interface. */
public interface Defaults {
    default int standing(int a) {
        return a > 0 ? a : -a;
    }

    static String still(String a) {
        return a;
    }
}
