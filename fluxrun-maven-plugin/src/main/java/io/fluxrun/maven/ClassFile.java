package io.fluxrun.maven;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a class file says of itself without being loaded.
 *
 * @param name binary name
 * @param texts every text of its constant pool: names, descriptors, string constants
 */
record ClassFile(String name, Set<String> texts) {
    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int METHOD_HANDLE = 15;
    private static final int MAGIC = 0xCAFEBABE;

    /** Reads all class files below a directory, sorted by name; none if there is no such directory. */
    static List<ClassFile> below(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            var classes = new java.util.ArrayList<ClassFile>();
            for (var file : files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.endsWith("module-info.class"))
                    .sorted()
                    .toList()) {
                classes.add(read(file));
            }
            return List.copyOf(classes);
        }
    }

    static ClassFile read(Path file) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " is no class file");
            }
            in.readInt();
            int count = in.readUnsignedShort();
            var texts = new String[count];
            var classes = new int[count];
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case UTF8 -> texts[i] = in.readUTF();
                    case CLASS -> classes[i] = in.readUnsignedShort();
                    case LONG, DOUBLE -> {
                        in.readLong();
                        i++;
                    }
                    case METHOD_HANDLE -> in.skipNBytes(3);
                    case 8, 16, 19, 20 -> in.readUnsignedShort();
                    default -> in.readInt();
                }
            }
            in.readUnsignedShort();
            var name = texts[classes[in.readUnsignedShort()]].replace('/', '.');
            var all = new HashSet<String>();
            Stream.of(texts).filter(text -> text != null).forEach(all::add);
            return new ClassFile(name, Set.copyOf(all));
        }
    }
}
