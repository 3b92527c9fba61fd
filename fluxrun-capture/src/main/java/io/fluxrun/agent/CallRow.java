package io.fluxrun.agent;

import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor of the JDK whose calls are rewritten, and the bridge's methods in its place: one for calls,
 * which takes the site last, one for method references, which bind it first.
 *
 * @param receiver what a virtual method's receiver is to the bridge; empty for statics and constructors
 * @param api what FluxRun is told that was called
 * @param written the bridge's method if it is written by hand, {@code null}: {@link BridgeMethods} makes it
 */
record CallRow(
        String owner,
        String name,
        String descriptor,
        String receiver,
        String api,
        Answer answer,
        @Nullable String written) {
    static final String SITE = "Ljava/lang/String;";
    static final String CONSTRUCTOR = "<init>";
    private static final String REFERENCE = "ref_";

    /** What is made of a call. */
    enum Answer {
        /** It is made, and its result is seen or replaced. */
        VALUE,
        /** It is made, and each element of the stream that it returns is seen or replaced. */
        STREAM,
        /** FluxRun decides whether it is made. */
        WAIT
    }

    static CallRow statics(String owner, String method, Answer answer) {
        return of(owner, method, "", api(owner, method), answer, null);
    }

    static CallRow virtual(String owner, String method, String receiver, String api, Answer answer) {
        return of(owner, method, receiver, api, answer, null);
    }

    static CallRow written(String owner, String method, String receiver, String bridged) {
        return of(owner, method, receiver, api(owner, method), Answer.VALUE, bridged);
    }

    private static CallRow of(
            String owner, String method, String receiver, String api, Answer answer, @Nullable String written) {
        int parenthesis = method.indexOf('(');
        return new CallRow(
                owner, method.substring(0, parenthesis), method.substring(parenthesis), receiver, api, answer, written);
    }

    boolean constructs() {
        return name.equals(CONSTRUCTOR);
    }

    /** Returns the bridge's method for calls. */
    String bridged() {
        if (written != null) {
            return written;
        }
        var type = receiver.isEmpty() ? owner : receiver;
        return type.substring(type.lastIndexOf('/') + 1) + "_" + (constructs() ? "new" : name);
    }

    String bridgedDescriptor() {
        return "(" + arguments() + SITE + ")" + result();
    }

    /** Returns the bridge's method for references. */
    String reference() {
        return REFERENCE + bridged();
    }

    String referenceDescriptor() {
        return "(" + SITE + arguments() + ")" + result();
    }

    /** Returns the receiver, if any, and the parameters. */
    Type[] types() {
        return Type.getArgumentTypes("(" + arguments() + ")V");
    }

    String result() {
        return constructs() ? "L" + owner + ";" : descriptor.substring(descriptor.indexOf(')') + 1);
    }

    private String arguments() {
        var parameters = descriptor.substring(1, descriptor.indexOf(')'));
        return receiver.isEmpty() ? parameters : "L" + receiver + ";" + parameters;
    }

    /** Returns {@code java.time.LocalDate.now(ZoneId)}. */
    static String api(String owner, String method) {
        int parenthesis = method.indexOf('(');
        var name = method.substring(0, parenthesis);
        // No streams: this is in the way of the application's start.
        var api = new StringBuilder(owner.replace('/', '.'));
        if (!name.equals(CONSTRUCTOR)) {
            api.append('.').append(name);
        }
        api.append('(');
        for (var type : Type.getArgumentTypes(method.substring(parenthesis))) {
            var parameter = type.getClassName();
            api.append(parameter, parameter.lastIndexOf('.') + 1, parameter.length())
                    .append(',');
        }
        int last = api.length() - 1;
        if (api.charAt(last) == ',') {
            api.setLength(last);
        }
        return api.append(')').toString();
    }
}
