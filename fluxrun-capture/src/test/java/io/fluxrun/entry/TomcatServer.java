package io.fluxrun.entry;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;

/** An embedded Tomcat on a free port of the loopback interface. */
final class TomcatServer implements AutoCloseable {
    // Tomcat's start-up lines are no part of a test's output.
    private static final Logger LOGGER = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Context context;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    TomcatServer(Path directory) {
        LOGGER.setLevel(Level.OFF);
        tomcat.setBaseDir(directory.toString());
        tomcat.setHostname("localhost");
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        context = tomcat.addContext("", directory.toString());
    }

    TomcatServer serve(String path, Servlet servlet) {
        var wrapper = Tomcat.addServlet(context, path, servlet);
        wrapper.setAsyncSupported(true);
        wrapper.addMapping(path);
        return this;
    }

    TomcatServer errorPage(String path) {
        var page = new ErrorPage();
        page.setLocation(path);
        context.addErrorPage(page);
        return this;
    }

    TomcatServer start() throws LifecycleException {
        tomcat.start();
        return this;
    }

    HttpResponse<String> get(String target) {
        return send(HttpRequest.newBuilder(uri(target)).GET());
    }

    HttpResponse<String> post(String target, String body) {
        return send(HttpRequest.newBuilder(uri(target)).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Sends bytes from a client port of one's own and returns everything that comes back. */
    String raw(Socket socket, String request) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port() + target);
    }

    private int port() {
        return tomcat.getConnector().getLocalPort();
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }
}
