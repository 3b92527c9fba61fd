package io.fluxrun.agent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A method of a class file, without its code.
 *
 * @param maxLocals slots that its code uses, -1 if it has no code
 */
record MethodSkim(int access, String name, String descriptor, int maxLocals) {
    private static final byte[] CODE = "Code".getBytes(StandardCharsets.UTF_8);

    /** Returns what tells a class's methods apart. */
    String key() {
        return name + descriptor;
    }

    /** Returns the name with the parameter types. */
    String parameters() {
        return name + descriptor.substring(0, descriptor.indexOf(')') + 1);
    }

    static List<MethodSkim> of(ClassScan scan) {
        int interfaces = scan.end() + 6;
        int methods = members(scan, interfaces + 2 + 2 * scan.u2(interfaces), new ArrayList<>());
        var found = new ArrayList<MethodSkim>();
        members(scan, methods, found);
        return found;
    }

    /** Returns where the members end. */
    private static int members(ClassScan scan, int start, List<MethodSkim> found) {
        int at = start + 2;
        for (int left = scan.u2(start); left > 0; left--) {
            int member = at;
            int maxLocals = -1;
            at += 8;
            for (int attributes = scan.u2(member + 6); attributes > 0; attributes--) {
                if (scan.isText(scan.u2(at), CODE)) {
                    maxLocals = scan.u2(at + 8);
                }
                at += 6 + (scan.u2(at + 2) << 16 | scan.u2(at + 4));
            }
            found.add(new MethodSkim(
                    scan.u2(member), scan.text(scan.u2(member + 2)), scan.text(scan.u2(member + 4)), maxLocals));
        }
        return at;
    }
}
