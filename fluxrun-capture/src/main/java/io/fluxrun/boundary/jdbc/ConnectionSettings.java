package io.fluxrun.boundary.jdbc;

import io.fluxrun.run.Value;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLWarning;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What a connection is set to. Kept here: a pool sets and reads it on its own threads and at its own times. */
abstract class ConnectionSettings extends Virtual {
    private boolean autoCommit = true;
    private boolean readOnly;
    private int isolation = Connection.TRANSACTION_READ_COMMITTED;
    private int holdability = ResultSet.CLOSE_CURSORS_AT_COMMIT;
    private int networkTimeout;
    private @Nullable String catalog;
    private @Nullable String schema;
    private Properties clientInfo = new Properties();
    private Map<String, Class<?>> typeMap = new HashMap<>();

    /** @param recorded a new connection's settings as recorded, {@link Value#NULL}: those of JDBC */
    ConnectionSettings(Value recorded) {
        super(Connection.class);
        if (!recorded.isNull()) {
            autoCommit = recorded.get("autoCommit").flag();
            readOnly = recorded.get("readOnly").flag();
            isolation = number(recorded.get("transactionIsolation"), isolation);
            holdability = number(recorded.get("holdability"), holdability);
            networkTimeout = number(recorded.get("networkTimeout"), 0);
            catalog = recorded.get("catalog").text();
            schema = recorded.get("schema").text();
        }
    }

    public boolean getAutoCommit() {
        return autoCommit;
    }

    final void autoCommit(boolean on) {
        autoCommit = on;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public void setReadOnly(boolean on) {
        readOnly = on;
    }

    public int getTransactionIsolation() {
        return isolation;
    }

    public void setTransactionIsolation(int level) {
        isolation = level;
    }

    public int getHoldability() {
        return holdability;
    }

    public void setHoldability(int value) {
        holdability = value;
    }

    public int getNetworkTimeout() {
        return networkTimeout;
    }

    public void setNetworkTimeout(Executor executor, int millis) {
        networkTimeout = millis;
    }

    public @Nullable String getCatalog() {
        return catalog;
    }

    public void setCatalog(@Nullable String name) {
        catalog = name;
    }

    public @Nullable String getSchema() {
        return schema;
    }

    public void setSchema(@Nullable String name) {
        schema = name;
    }

    public Properties getClientInfo() {
        return clientInfo;
    }

    public @Nullable String getClientInfo(String name) {
        return clientInfo.getProperty(name);
    }

    public void setClientInfo(Properties properties) {
        clientInfo = properties;
    }

    public void setClientInfo(String name, @Nullable String value) {
        if (value == null) {
            clientInfo.remove(name);
        } else {
            clientInfo.setProperty(name, value);
        }
    }

    public Map<String, Class<?>> getTypeMap() {
        return typeMap;
    }

    public void setTypeMap(Map<String, Class<?>> map) {
        typeMap = map;
    }

    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    public void clearWarnings() {
        // None are kept.
    }

    private static int number(Value value, int otherwise) {
        return value instanceof Value.Num ? (int) value.asLong() : otherwise;
    }
}
