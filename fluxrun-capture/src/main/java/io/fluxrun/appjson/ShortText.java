package io.fluxrun.appjson;

import java.io.IOException;
import java.io.Writer;

/** Text that fails to become longer than it may. */
final class ShortText extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int most;

    ShortText(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        if (text.length() + length > most) {
            throw new IOException("it is larger than " + most + " bytes");
        }
        text.append(characters, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
