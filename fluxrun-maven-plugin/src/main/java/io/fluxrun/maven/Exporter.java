package io.fluxrun.maven;

import io.fluxrun.fixture.FixtureFiles;
import io.fluxrun.run.Entry;
import io.fluxrun.run.Fixture;
import io.fluxrun.run.Guard;
import io.fluxrun.run.Readiness;
import io.fluxrun.run.Run;
import io.fluxrun.store.StoredRun;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.Nullable;

/** Turns a run into a fixture and a test, and proves before anything is kept that the failure comes back in it. */
final class Exporter {
    /** Once may be luck, twice a warm context. */
    private static final int TIMES = 3;

    /** What the user may say about an export; {@code null} where the default is to be found. */
    record Wishes(
            @Nullable String mainClass,
            @Nullable String testPackage,
            @Nullable String issue,
            boolean force,
            boolean overwrite) {}

    private final Module module;
    private final TestRunner tests;
    private final Wishes wishes;
    private final Log log;

    Exporter(Module module, TestRunner tests, Wishes wishes, Log log) {
        this.module = module;
        this.tests = tests;
        this.wishes = wishes;
        this.log = log;
    }

    /**
     * Exports one run.
     *
     * @param commit what is checked out, {@code null} if unknown
     */
    Target export(StoredRun stored, @Nullable String commit, Instant now) throws IOException {
        var run = stored.run();
        check(run, commit);
        var application = application(run);
        var packageName = packageName(run, application);
        var target =
                Target.choose(Names.of(run), module, packageName, run.info().id(), wishes.overwrite());
        var source = new TestSource(run, target.names(), packageName, context(run, application), named(application));
        WorkDirectory.rehearse(target);
        var work = WorkDirectory.fresh(module.workDirectory("export", run.info().id()));

        var since = now.atZone(ZoneOffset.UTC).toLocalDate().toString();
        var unproved = new Fixture(run, guard(since, null));
        work.write(unproved, stored.boot(), target.names().fixtureFile());
        TestCompiler.compile(source.writeTo(work.sources()), work.classes(), module.testClassPath());
        log.info("Replaying " + target.names().fixtureFile() + " " + TIMES + " times in a JVM of its own ...");
        var proof = prove(work, source, target);
        if (proof.holds()) {
            log.info("Reproduced " + TIMES + " times: " + RunStory.told(run.outcome()));
            work.write(
                    new Fixture(run, guard(since, reproduced(unproved, commit, now))),
                    stored.boot(),
                    target.names().fixtureFile());
        } else {
            giveUpUnlessForced(proof, target);
        }
        work.publish(target);
        return target;
    }

    private void check(Run run, @Nullable String commit) {
        var readiness = run.info().readiness();
        if (readiness.level() == Readiness.Level.UNREPLAYABLE && !wishes.force()) {
            throw Problem.UNREPLAYABLE.because("Run " + run.info().id() + " cannot be replayed: "
                    + String.join("; ", readiness.reasons()) + ". -Dfluxrun.force=true tries it anyway.");
        }
        readiness.reasons().forEach(reason -> log.warn("The run is " + readiness.level() + ": " + reason));
        var recorded = run.info().commit();
        if (recorded != null && commit != null && !GitCheckout.same(recorded, commit)) {
            log.warn("Commit " + commit + " is checked out, the run was recorded at " + Printable.line(recorded)
                    + ". If the failure does not come back, check that one out.");
        }
    }

    private @Nullable String application(Run run) throws IOException {
        var applications = module.applications(wishes.mainClass());
        if (run.entry().kind() != Entry.Kind.HTTP && run.boot() == null) {
            return null;
        }
        if (applications.size() > 1) {
            throw Problem.NO_MODULE.because("Several Spring Boot applications in " + module.name() + ": "
                    + String.join(", ", applications) + ". Choose one with -Dfluxrun.mainClass=CLASS.");
        }
        if (applications.isEmpty() && run.entry().kind() == Entry.Kind.HTTP) {
            throw Problem.NO_MODULE.because("No @SpringBootApplication in " + module.classes()
                    + ". Name the application's class with -Dfluxrun.mainClass=CLASS.");
        }
        return applications.isEmpty() ? null : applications.get(0);
    }

    private String packageName(Run run, @Nullable String application) {
        if (wishes.testPackage() != null) {
            return wishes.testPackage();
        }
        return packageOf(application != null ? application : Module.entryType(run));
    }

    private static TestSource.Context context(Run run, @Nullable String application) {
        if (run.entry().kind() == Entry.Kind.HTTP) {
            return TestSource.Context.HTTP_PORT;
        }
        return application == null ? TestSource.Context.NONE : TestSource.Context.SPRING;
    }

    /** Spring searches from the test's package upwards. */
    private @Nullable String named(@Nullable String application) {
        if (application == null || wishes.testPackage() == null) {
            return null;
        }
        return (wishes.testPackage() + ".").startsWith(packageOf(application) + ".") ? null : application;
    }

    private static String packageOf(String className) {
        return className.substring(0, Math.max(0, className.lastIndexOf('.')));
    }

    private Proof prove(WorkDirectory work, TestSource source, Target target) throws IOException {
        var report = tests.run(
                List.of(source.qualifiedName()), TIMES, List.of(work.classes(), work.resources()), work.directory());
        var fixture = work.fixture(target.names().fixtureFile());
        return Proof.of(report, report.receiptsOf(target.names().fixtureFile(), Sha256.of(fixture)), TIMES);
    }

    private void giveUpUnlessForced(Proof proof, Target target) {
        proof.details().forEach(log::error);
        var why = target.names().fixtureFile() + " brought the failure back " + proof.reproduced() + " of "
                + proof.times() + " times: " + Printable.sentence(proof.summary());
        if (!wishes.force()) {
            throw Problem.NOT_REPRODUCED.because(
                    why + " Nothing was written; -Dfluxrun.force=true writes the fixture without this proof.");
        }
        log.warn("[" + Problem.NOT_REPRODUCED.code() + "] " + Printable.line(why)
                + " It is written without proof, because fluxrun.force is set.");
    }

    private Guard guard(String since, Guard.@Nullable Reproduced reproduced) {
        return new Guard(wishes.issue(), since, reproduced, null, null, List.of(), List.of(), List.of());
    }

    private static Guard.Reproduced reproduced(Fixture fixture, @Nullable String commit, Instant now) {
        return new Guard.Reproduced(commit, now.toString(), TIMES, FixtureFiles.digest(fixture));
    }
}
