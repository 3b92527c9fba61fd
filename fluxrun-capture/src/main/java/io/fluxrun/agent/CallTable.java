package io.fluxrun.agent;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which called methods are rewritten, and to what. Immutable and thread-safe. */
final class CallTable implements ClassScan.MethodTest {
    private final Map<String, CallRow> rows = new HashMap<>();
    private final Set<String> owners = new HashSet<>();
    private final Map<String, CallRow> inherited = new HashMap<>();
    private final Set<String> inheritedNames = new HashSet<>();
    private final int[] inheritedHashes;

    CallTable() {
        ClockRows.all().forEach(this::add);
        EnvironmentRows.all().forEach(this::add);
        RandomRows.all().forEach(this::add);
        WaitRows.all().forEach(this::add);
        WaitRows.inherited().forEach(this::inherit);
        RandomRows.ofGenerator(RandomRows.GENERATOR).forEach(this::inherit);
        inheritedHashes =
                inheritedNames.stream().mapToInt(String::hashCode).sorted().toArray();
    }

    @Override
    public boolean owner(String internalName) {
        return owners.contains(internalName);
    }

    @Override
    public boolean method(String owner, String name, String descriptor) {
        return row(owner, name, descriptor) != null;
    }

    @Override
    public boolean inherited(int nameHash) {
        return Arrays.binarySearch(inheritedHashes, nameHash) >= 0;
    }

    @Override
    public boolean inherited(String name, String descriptor) {
        return inheritable(name, descriptor) != null;
    }

    /** Returns what is rewritten. */
    Collection<CallRow> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    @Nullable
    CallRow row(String owner, String name, String descriptor) {
        return owners.contains(owner) ? rows.get(owner + "." + name + descriptor) : null;
    }

    /** Returns what is rewritten when the owner is a subtype of the row's. */
    @Nullable
    CallRow inheritable(String name, String descriptor) {
        return inheritedNames.contains(name) ? inherited.get(name + descriptor) : null;
    }

    private void add(CallRow row) {
        owners.add(row.owner());
        rows.put(row.owner() + "." + row.name() + row.descriptor(), row);
    }

    private void inherit(CallRow row) {
        inheritedNames.add(row.name());
        inherited.put(row.name() + row.descriptor(), row);
    }
}
