package io.fluxrun.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Loads what lies below {@code inst/} in the agent's jar, where no other loader looks for classes. */
final class IsolatedLoader extends ClassLoader {
    private static final String FOLDER = "inst/";

    static {
        registerAsParallelCapable();
    }

    private final JarFile jar;
    private final String location;
    private final ProtectionDomain domain;

    IsolatedLoader(File jar) throws IOException {
        super(ClassLoader.getSystemClassLoader().getParent());
        this.jar = new JarFile(jar, false);
        this.location = jar.toURI().toString();
        this.domain = new ProtectionDomain(new CodeSource(new URL(location), (Certificate[]) null), null, this, null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        ZipEntry entry = jar.getEntry(FOLDER + name.replace('.', '/') + ".classdata");
        if (entry == null) {
            throw new ClassNotFoundException(name);
        }
        try {
            byte[] bytes = read(entry);
            return defineClass(name, bytes, 0, bytes.length, domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        ZipEntry entry = jar.getEntry(entryName(name));
        try {
            return entry == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(read(entry));
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected URL findResource(String name) {
        String entry = entryName(name);
        try {
            return jar.getEntry(entry) == null ? null : new URL("jar:" + location + "!/" + entry);
        } catch (MalformedURLException e) {
            return null;
        }
    }

    private static String entryName(String name) {
        return FOLDER + (name.endsWith(".class") ? name.substring(0, name.length() - 6) + ".classdata" : name);
    }

    private byte[] read(ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[8192];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                out.write(part, 0, n);
            }
            return out.toByteArray();
        }
    }
}
