package io.fluxrun.junit;

import io.fluxrun.junit.application.Application;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** The object whose recorded method is called: the test's field, the application's bean, or a new one. */
final class Target {
    private Target() {}

    static Object find(Class<?> type, @Nullable Application application, ExtensionContext context) {
        var field = fromField(type, context);
        if (field != null) {
            return field;
        }
        var bean = application == null ? null : application.managed(type);
        return bean == null ? create(type) : bean;
    }

    /** A nested class is looked at first, then the ones around it. */
    private static @Nullable Object fromField(Class<?> type, ExtensionContext context) {
        var instances = new ArrayList<>(context.getRequiredTestInstances().getAllInstances());
        Collections.reverse(instances);
        for (var instance : instances) {
            for (Field field : AnnotationSupport.findAnnotatedFields(instance.getClass(), ReplayTarget.class)) {
                var value = value(field, instance);
                if (type.isInstance(value)) {
                    return value;
                }
                if (type.isAssignableFrom(field.getType())) {
                    throw new IllegalStateException("FluxRun: @ReplayTarget " + field.getName() + " of "
                            + instance.getClass().getName() + " is null; set it before the replay");
                }
            }
        }
        return null;
    }

    private static @Nullable Object value(Field field, Object instance) {
        try {
            field.setAccessible(true);
            return field.get(instance);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("FluxRun: @ReplayTarget " + field + " cannot be read", e);
        }
    }

    private static Object create(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "FluxRun: no object to replay " + type.getName()
                            + " on: put one into a field with @ReplayTarget, make it a bean of the test's Spring context, or"
                            + " give it a constructor without parameters",
                    e);
        }
    }
}
