package io.fluxrun.appjson;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the JDK's containers are named and rebuilt. One that is not listed comes back as an unmodifiable one. */
final class Containers {
    private static final Map<String, Function<Collection<?>, Collection<?>>> COLLECTIONS = Map.of(
            List.class.getName(), items -> Collections.unmodifiableList(new ArrayList<>(items)),
            Set.class.getName(), items -> Collections.unmodifiableSet(new LinkedHashSet<>(items)),
            ArrayList.class.getName(), ArrayList::new,
            CopyOnWriteArrayList.class.getName(), CopyOnWriteArrayList::new,
            HashSet.class.getName(), HashSet::new,
            LinkedHashSet.class.getName(), LinkedHashSet::new,
            TreeSet.class.getName(), TreeSet::new);

    private static final Map<String, Function<Map<?, ?>, Map<?, ?>>> MAPS = Map.of(
            Map.class.getName(), entries -> Collections.unmodifiableMap(new LinkedHashMap<>(entries)),
            HashMap.class.getName(), HashMap::new,
            LinkedHashMap.class.getName(), LinkedHashMap::new,
            ConcurrentHashMap.class.getName(), ConcurrentHashMap::new,
            TreeMap.class.getName(), TreeMap::new);

    private Containers() {}

    static String name(Collection<?> collection) {
        String name = collection.getClass().getName();
        if (COLLECTIONS.containsKey(name)) {
            return name;
        }
        return collection instanceof Set ? Set.class.getName() : List.class.getName();
    }

    static String name(Map<?, ?> map) {
        String name = map.getClass().getName();
        return MAPS.containsKey(name) ? name : Map.class.getName();
    }

    static @Nullable Collection<?> collection(String type, Collection<?> items) {
        var make = COLLECTIONS.get(type);
        return make == null ? null : make.apply(items);
    }

    static @Nullable Map<?, ?> map(String type, Map<?, ?> entries) {
        var make = MAPS.get(type);
        return make == null ? null : make.apply(entries);
    }

    static boolean isMap(String type) {
        return MAPS.containsKey(type);
    }

    static boolean isCollection(String type) {
        return COLLECTIONS.containsKey(type);
    }
}
