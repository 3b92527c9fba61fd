package io.fluxrun.agent;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A class file's constant pool, indexed without building anything: decides in microseconds that a class is of no
 * interest, as nearly all are.
 */
final class ClassScan {
    private static final byte[] JAVA = {'j', 'a', 'v', 'a', '/'};
    /** Hooked methods have shorter names. */
    private static final int LONGEST_NAME = 64;

    private static final int ACC_INTERFACE = 0x0200;
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private final byte[] file;
    private final int[] offsets;
    private final int end;
    private @Nullable Set<String> names;

    ClassScan(byte[] file) {
        this.file = file;
        this.offsets = new int[u2(8)];
        int at = 10;
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = at;
            int tag = file[at];
            at += size(tag, at);
            if (tag == 5 || tag == 6) {
                i++;
            }
        }
        this.end = at;
    }

    byte[] file() {
        return file;
    }

    /** Whether the pool has this text as an entry of its own: a member's or a class's name. */
    boolean hasText(byte[] text) {
        for (int offset : offsets) {
            if (isText(offset) && u2(offset + 1) == text.length && matches(offset + 3, text)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the short texts that have no package: every member's name is among them. */
    Set<String> names() {
        if (names == null) {
            names = new HashSet<>();
            for (int offset : offsets) {
                if (isText(offset) && u2(offset + 1) <= LONGEST_NAME && !hasSlash(offset)) {
                    names.add(new String(file, offset + 3, u2(offset + 1), StandardCharsets.UTF_8));
                }
            }
        }
        return names;
    }

    private boolean hasSlash(int offset) {
        for (int at = offset + 3; at < offset + 3 + u2(offset + 1); at++) {
            if (file[at] == '/') {
                return true;
            }
        }
        return false;
    }

    /** Whether any text of the pool contains this one. */
    boolean mentions(byte[] part) {
        for (int offset : offsets) {
            if (isText(offset)) {
                int last = offset + 3 + u2(offset + 1) - part.length;
                for (int at = offset + 3; at <= last; at++) {
                    if (file[at] == part[0] && matches(at, part)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Returns where the class's access flags begin, after the constants. */
    int end() {
        return end;
    }

    boolean isInterface() {
        return (u2(end) & ACC_INTERFACE) != 0;
    }

    /** Returns the internal names of the superclass, if any, and the interfaces. */
    String[] parents() {
        int superclass = u2(end + 4);
        int interfaces = u2(end + 6);
        int first = superclass == 0 ? 0 : 1;
        var parents = new String[first + interfaces];
        if (first == 1) {
            parents[0] = className(superclass);
        }
        for (int i = 0; i < interfaces; i++) {
            parents[first + i] = className(u2(end + 8 + 2 * i));
        }
        return parents;
    }

    /** Whether a method of {@code java.*} that the pool refers to is accepted by {@code test}. */
    boolean refersTo(MethodTest test) {
        var interesting = new boolean[offsets.length];
        boolean any = false;
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] != 0
                    && file[offsets[i]] == CLASS
                    && ofJavaBase(offsets[u2(offsets[i] + 1)])
                    && test.owner(text(u2(offsets[i] + 1)))) {
                interesting[i] = true;
                any = true;
            }
        }
        return (any && refersTo(test, interesting)) || refersToInherited(test);
    }

    private boolean refersTo(MethodTest test, boolean[] interesting) {
        for (int offset : offsets) {
            int tag = offset == 0 ? 0 : file[offset];
            if ((tag == METHOD || tag == INTERFACE_METHOD) && interesting[u2(offset + 1)]) {
                int nameAndType = offsets[u2(offset + 3)];
                if (test.method(className(u2(offset + 1)), text(u2(nameAndType + 1)), text(u2(nameAndType + 3)))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether another class's method has such a name: it may have been inherited from the JDK. */
    private boolean refersToInherited(MethodTest test) {
        for (int offset : offsets) {
            int tag = offset == 0 ? 0 : file[offset];
            if ((tag == METHOD || tag == INTERFACE_METHOD)
                    && !ofJavaBase(offsets[u2(offsets[u2(offset + 1)] + 1)])
                    && isInherited(test, offsets[u2(offset + 3)])) {
                return true;
            }
        }
        return false;
    }

    private boolean isInherited(MethodTest test, int nameAndType) {
        int name = offsets[u2(nameAndType + 1)];
        int hash = 0;
        for (int at = name + 3; at < name + 3 + u2(name + 1); at++) {
            hash = 31 * hash + file[at];
        }
        // Nearly all names are ruled out without a text being made.
        return test.inherited(hash) && test.inherited(text(u2(nameAndType + 1)), text(u2(nameAndType + 3)));
    }

    /** Which method references are looked for. */
    interface MethodTest {
        boolean owner(String internalName);

        boolean method(String owner, String name, String descriptor);

        /** Whether a class of the application may have inherited a method whose name has this hash code. */
        boolean inherited(int nameHash);

        boolean inherited(String name, String descriptor);
    }

    private boolean ofJavaBase(int offset) {
        return u2(offset + 1) > JAVA.length && matches(offset + 3, JAVA);
    }

    private String className(int index) {
        return text(u2(offsets[index] + 1));
    }

    String text(int index) {
        return new String(file, offsets[index] + 3, u2(offsets[index] + 1), StandardCharsets.UTF_8);
    }

    /** Returns the file with other texts in its pool; which of them are names and which are strings is the same to it. */
    byte[] withTexts(UnaryOperator<String> change) {
        var changed = new ByteArrayOutputStream(file.length);
        int copied = 0;
        for (int offset : offsets) {
            if (isText(offset)) {
                int next = offset + 3 + u2(offset + 1);
                var text = new String(file, offset + 3, next - offset - 3, StandardCharsets.UTF_8);
                var other = change.apply(text);
                if (!other.equals(text)) {
                    byte[] bytes = other.getBytes(StandardCharsets.UTF_8);
                    changed.write(file, copied, offset + 1 - copied);
                    changed.write(bytes.length >> 8);
                    changed.write(bytes.length);
                    changed.writeBytes(bytes);
                    copied = next;
                }
            }
        }
        changed.write(file, copied, file.length - copied);
        return changed.toByteArray();
    }

    boolean isText(int index, byte[] text) {
        return u2(offsets[index] + 1) == text.length && matches(offsets[index] + 3, text);
    }

    private boolean isText(int offset) {
        return offset != 0 && file[offset] == UTF8;
    }

    private boolean matches(int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (file[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    private int size(int tag, int at) {
        return switch (tag) {
            case UTF8 -> 3 + u2(at + 1);
            case 3, 4, 9, METHOD, INTERFACE_METHOD, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            case CLASS, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            default -> throw new IllegalArgumentException("unknown constant " + tag);
        };
    }

    int u2(int at) {
        return ((file[at] & 0xff) << 8) | (file[at + 1] & 0xff);
    }
}
