package io.fluxrun.maven;

import java.io.IOException;
import java.time.ZoneId;
import org.apache.maven.plugins.annotations.Mojo;

/** Lists the recorded runs, newest first. */
@Mojo(name = "list", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListMojo extends AbstractStoreMojo {
    @Override
    void run() throws IOException {
        var location = choice().location();
        var listing = location.open().listing();
        listing.warnings().forEach(getLog()::warn);
        var table = new RunTable(location, listing.runs());
        output().write(table.lines(ZoneId.systemDefault()), table::json);
    }
}
