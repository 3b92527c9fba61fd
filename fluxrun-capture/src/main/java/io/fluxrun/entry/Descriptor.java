package io.fluxrun.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads a method descriptor. */
final class Descriptor {
    private static final Map<Character, String> PRIMITIVES = Map.of(
            'Z', "boolean", 'B', "byte", 'C', "char", 'S', "short", 'I', "int", 'J', "long", 'F', "float", 'D',
            "double");

    private Descriptor() {}

    /** Returns the parameter types as {@link Class#getName()} has them. */
    static List<String> parameters(String descriptor) {
        var names = new ArrayList<String>();
        int at = 1;
        while (descriptor.charAt(at) != ')') {
            int start = at;
            while (descriptor.charAt(at) == '[') {
                at++;
            }
            boolean array = at > start;
            boolean object = descriptor.charAt(at) == 'L';
            int end = object ? descriptor.indexOf(';', at) + 1 : at + 1;
            if (array) {
                names.add(descriptor.substring(start, end).replace('/', '.'));
            } else if (object) {
                names.add(descriptor.substring(start + 1, end - 1).replace('/', '.'));
            } else {
                names.add(PRIMITIVES.getOrDefault(descriptor.charAt(at), "void"));
            }
            at = end;
        }
        return names;
    }
}
