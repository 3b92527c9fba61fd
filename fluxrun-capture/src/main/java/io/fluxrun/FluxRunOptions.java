package io.fluxrun;

import io.fluxrun.record.Limits;
import io.fluxrun.record.RecorderSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What users can set. The keys are the same everywhere; a system property {@code fluxrun.x} beats the environment
 * variable {@code FLUXRUN_X}, that the agent argument, that the POM, that the default. Immutable.
 *
 * <p>A value that cannot be understood never stops the application: it is a {@linkplain #problems() problem}, and
 * nothing is recorded.
 */
public final class FluxRunOptions {
    /** What the agent is attached for. */
    public enum Mode {
        RECORD,
        REPLAY,
        OFF
    }

    private final Map<OptionKey, String> values;
    private final List<String> problems;

    private FluxRunOptions(OptionSources sources) {
        this.values = sources.values();
        this.problems = List.copyOf(sources.problems());
    }

    /** Reads the options of this process. */
    public static FluxRunOptions of(@Nullable String agentArgument) {
        return of(Map.of(), agentArgument, System::getenv, System::getProperty);
    }

    /**
     * Reads options.
     *
     * @param pom by name, with or without the prefix {@code fluxrun.}
     * @param agentArgument {@code store=file:runs,limit.body=64KB}; a value may be a list: {@code mask=pin,iban}
     * @param environment an environment variable by name, {@code null} if it is not set
     * @param properties a system property by name, {@code null} if it is not set
     */
    public static FluxRunOptions of(
            Map<String, String> pom,
            @Nullable String agentArgument,
            Function<String, @Nullable String> environment,
            Function<String, @Nullable String> properties) {
        var sources = new OptionSources();
        sources.named(pom, "the POM");
        sources.agentArgument(agentArgument == null ? "" : agentArgument);
        sources.variables(environment);
        sources.properties(properties);
        return new FluxRunOptions(sources);
    }

    /** Returns one line for each option that is unknown or malformed; each names the key and what is allowed. */
    public List<String> problems() {
        return problems;
    }

    /** Returns whether runs are to be recorded: switched on, in that mode, and nothing is wrong. */
    public boolean records() {
        return enabled() && mode() == Mode.RECORD;
    }

    /** Returns false if switched off or if an option has a problem. */
    public boolean enabled() {
        return problems.isEmpty() && Boolean.parseBoolean(value(OptionKey.ENABLED));
    }

    public Mode mode() {
        return Mode.valueOf(value(OptionKey.MODE).toUpperCase(Locale.ROOT));
    }

    /** Returns the store's URI. */
    public String store() {
        return value(OptionKey.STORE);
    }

    /** Returns the names to mask besides the default ones. */
    public Set<String> masks() {
        return names(OptionKey.MASK);
    }

    /** Returns types and methods, {@code com.acme.Gateway#charge}, whose calls are exchanges. */
    public Set<String> boundaries() {
        return names(OptionKey.BOUNDARY);
    }

    /** Returns the same of methods that change the outside world. */
    public Set<String> writingBoundaries() {
        return names(OptionKey.BOUNDARY_WRITE);
    }

    /** Returns types and methods, {@code com.acme.Rates#current}, whose results are state from before a run. */
    public Set<String> states() {
        return names(OptionKey.STATE);
    }

    /** Returns packages, {@code com.acme.orders.*}, types and methods whose calls are spans. */
    public Set<String> spans() {
        return names(OptionKey.SPAN);
    }

    private Set<String> names(OptionKey option) {
        String names = values.get(option);
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what the recorder needs to know. */
    public RecorderSettings recorder() {
        return new RecorderSettings(
                new Limits(
                        (int) Math.min(Integer.MAX_VALUE - 8L, bytes(OptionKey.LIMIT_BODY)),
                        bytes(OptionKey.LIMIT_RUN),
                        Integer.parseInt(value(OptionKey.LIMIT_EXCHANGES)),
                        bytes(OptionKey.LIMIT_PROCESS),
                        Integer.parseInt(value(OptionKey.LIMIT_SIGNATURE)),
                        bytes(OptionKey.LIMIT_DISK)),
                values.get(OptionKey.SERVICE),
                values.get(OptionKey.VERSION),
                values.get(OptionKey.COMMIT),
                values.get(OptionKey.HEADER_FORCE),
                Long.parseLong(value(OptionKey.SLOW)),
                killFile());
    }

    /** Returns these options as an agent argument; empty if all have their defaults. */
    public String agentArgument() {
        return values.entrySet().stream()
                .map(option -> option.getKey().key() + "=" + option.getValue())
                .collect(Collectors.joining(","));
    }

    private @Nullable String killFile() {
        String given = values.get(OptionKey.KILLFILE);
        if (given != null) {
            return given;
        }
        String store = store();
        return store.startsWith("file:") ? store.substring("file:".length()) + "/stop" : null;
    }

    private long bytes(OptionKey option) {
        return OptionForm.bytes(value(option));
    }

    private String value(OptionKey option) {
        String value = values.getOrDefault(option, option.byDefault());
        if (value == null) {
            throw new IllegalStateException(option.property() + " has no default");
        }
        return value;
    }
}
