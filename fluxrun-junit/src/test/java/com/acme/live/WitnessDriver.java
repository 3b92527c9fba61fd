package com.acme.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Properties;
import java.util.logging.Logger;

/** A driver whose database is the witness. */
public final class WitnessDriver implements Driver {
    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        int port = Integer.parseInt(url.substring(url.lastIndexOf(':') + 1));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(1);
        } catch (IOException e) {
            throw new SQLException(e);
        }
        throw new SQLException("this database only listens");
    }

    @Override
    public boolean acceptsURL(String url) {
        return url.startsWith("jdbc:witness:");
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
