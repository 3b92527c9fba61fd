package io.fluxrun.entry;

import io.fluxrun.scope.Lane;
import io.fluxrun.scope.Scope;
import org.jspecify.annotations.Nullable;

/** One thread's stay in a request. The last one to leave ends the entry. */
record Visit(
        Tomcat tomcat,
        Object request,
        TomcatEntry entry,
        @Nullable Lane before) {
    static Visit first(Tomcat tomcat, Object request, TomcatEntry entry) {
        TomcatEntry left = TomcatEntry.of(tomcat, request);
        if (left != null) {
            left.abandon();
        }
        tomcat.note(request, entry);
        return again(tomcat, request, entry);
    }

    static Visit again(Tomcat tomcat, Object request, TomcatEntry entry) {
        return new Visit(tomcat, request, entry, Scope.bind(entry.lane()));
    }

    void leave() {
        Scope.restore(before);
        try {
            if (!tomcat.goesOn(request)) {
                tomcat.note(request, null);
                entry.end(tomcat, request);
            }
        } catch (Throwable failure) {
            entry.abandon();
            throw failure;
        }
    }
}
