package io.fluxrun.maven;

import java.io.IOException;
import org.apache.maven.plugins.annotations.Mojo;

/** Shows one recorded run: what came in, what was exchanged, where it broke, how it ended. */
@Mojo(name = "show", requiresProject = false, aggregator = true, threadSafe = true)
public final class ShowMojo extends AbstractStoreMojo {
    @Override
    void run() throws IOException {
        var story = new RunStory(choice().load().run());
        output().write(story.lines(), story::json);
    }
}
