package io.fluxrun.agent;

import static net.bytebuddy.jar.asm.Opcodes.ACONST_NULL;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ASTORE;
import static net.bytebuddy.jar.asm.Opcodes.ATHROW;
import static net.bytebuddy.jar.asm.Opcodes.CHECKCAST;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.IFNE;
import static net.bytebuddy.jar.asm.Opcodes.IFNONNULL;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.IRETURN;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Puts the bridge around a method's body:
 *
 * <pre>
 * token = null; taken = null; if (the hook is for lanes only && !Bridge.inLane()) goto body;
 * try { taken = {arguments}; token = Bridge.enter(slot, self, taken); {arguments} = taken; } catch (Throwable ignored) {}
 * if (token is an array) return or throw what is in it;
 * try { body, where each "return x" is "return Returns.returned(x, slot, token, self, taken)" }
 * catch (Throwable thrown) { outcome = Returns.threw(slot, token, self, taken, thrown); return, throw or rethrow }
 * </pre>
 *
 * Nothing is jumped to from a return: code may leave values below the one it returns.
 */
final class HookedMethod extends MethodVisitor {
    private static final String OUTCOME = "[Ljava/lang/Object;";
    private static final String THROWABLE = "java/lang/Throwable";
    private static final String COMMON = "ILjava/lang/Object;Ljava/lang/Object;[Ljava/lang/Object;";
    private static final int LOCALS = 4;
    private static final int STACK = 8;

    private final MethodShape shape;
    private final Frames frames;
    private final Type result;
    private final int self;
    private final int token;
    private final int taken;
    private final int scratch;
    private final List<Label[]> body = new ArrayList<>();
    private final List<Label[]> casts = new ArrayList<>();
    private final Label skip = new Label();
    private final Label check = new Label();
    private final Label enterStart = new Label();
    private final Label enterEnd = new Label();
    private Label bodyStart = new Label();

    HookedMethod(MethodVisitor next, MethodShape shape) {
        super(Opcodes.ASM9, next);
        this.shape = shape;
        this.frames = new Frames(next, shape);
        this.result = shape.result();
        this.self = shape.maxLocals();
        this.token = self + 1;
        this.taken = self + 2;
        this.scratch = self + 3;
    }

    @Override
    public void visitCode() {
        mv.visitCode();
        store(ACONST_NULL, token);
        store(ACONST_NULL, taken);
        if (shape.isStatic()) {
            mv.visitInsn(ACONST_NULL);
        } else {
            mv.visitVarInsn(ALOAD, 0);
        }
        mv.visitVarInsn(ASTORE, self);
        if (shape.inLaneOnly()) {
            mv.visitMethodInsn(INVOKESTATIC, BridgeClass.INTERNAL_NAME, "inLane", "()Z", false);
            mv.visitJumpInsn(Opcodes.IFEQ, check);
        }
        mv.visitLabel(enterStart);
        shape.pushArguments(mv);
        mv.visitVarInsn(ASTORE, taken);
        shape.pushSlot(mv);
        mv.visitVarInsn(ALOAD, self);
        mv.visitVarInsn(ALOAD, taken);
        mv.visitMethodInsn(
                INVOKESTATIC,
                BridgeClass.INTERNAL_NAME,
                "enter",
                "(ILjava/lang/Object;[Ljava/lang/Object;)Ljava/lang/Object;",
                false);
        mv.visitVarInsn(ASTORE, token);
        shape.storeArguments(mv, taken);
        mv.visitLabel(enterEnd);
        mv.visitLabel(check);
        frames.entry();
        mv.visitVarInsn(ALOAD, token);
        mv.visitTypeInsn(Opcodes.INSTANCEOF, OUTCOME);
        mv.visitJumpInsn(IFNE, skip);
        mv.visitLabel(bodyStart);
    }

    @Override
    public void visitFrame(int type, int locals, @Nullable Object[] local, int stacked, @Nullable Object[] stack) {
        frames.body(locals, local, stacked, stack);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode < IRETURN || opcode > RETURN) {
            mv.visitInsn(opcode);
            return;
        }
        endBody();
        boolean object = !Boxes.isPrimitive(result);
        if (object) {
            mv.visitInsn(DUP);
            mv.visitVarInsn(ASTORE, scratch);
        }
        shape.pushSlot(mv);
        mv.visitVarInsn(ALOAD, token);
        mv.visitVarInsn(ALOAD, self);
        mv.visitVarInsn(ALOAD, taken);
        var type = object ? "Ljava/lang/Object;" : result.getDescriptor();
        mv.visitMethodInsn(
                INVOKESTATIC,
                BridgeClass.RETURNS,
                "returned",
                "(" + (result.equals(Type.VOID_TYPE) ? "" : type) + COMMON + ")" + type,
                false);
        if (object) {
            var cast = begin();
            Boxes.unbox(mv, result);
            casts.add(end(cast));
        }
        mv.visitInsn(opcode);
        bodyStart = new Label();
        mv.visitLabel(bodyStart);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        endBody();
        endOfEnter();
        endOfCasts();
        endOfThrow();
        mv.visitMaxs(maxStack + STACK, Math.max(maxLocals, shape.maxLocals()) + LOCALS);
    }

    /** What entering throws is lost, and the method runs. */
    private void endOfEnter() {
        caught(List.<Label[]>of(new Label[] {enterStart, enterEnd}));
        frames.entry(THROWABLE);
        mv.visitInsn(POP);
        mv.visitJumpInsn(Opcodes.GOTO, check);
    }

    /** An answer of another type than the method's is none. */
    private void endOfCasts() {
        if (caught(casts)) {
            frames.bare(result.getInternalName(), THROWABLE);
            mv.visitInsn(POP);
            mv.visitVarInsn(ALOAD, scratch);
            mv.visitInsn(Opcodes.ARETURN);
        }
    }

    private void endOfThrow() {
        var outcome = new Label();
        var fail = new Label();
        boolean throwing = caught(body);
        Label[] asked = {};
        if (throwing) {
            frames.bare(Opcodes.TOP, THROWABLE);
            mv.visitVarInsn(ASTORE, scratch);
            asked = begin();
            askAfterThrow();
            end(asked);
            mv.visitVarInsn(ALOAD, taken);
            mv.visitJumpInsn(IFNONNULL, outcome);
            mv.visitVarInsn(ALOAD, scratch);
            mv.visitInsn(ATHROW);
        }
        mv.visitLabel(skip);
        frames.bare(Opcodes.TOP);
        store(ACONST_NULL, scratch);
        mv.visitVarInsn(ALOAD, token);
        mv.visitTypeInsn(CHECKCAST, OUTCOME);
        mv.visitVarInsn(ASTORE, taken);
        mv.visitLabel(outcome);
        frames.bare(THROWABLE);
        var answered = begin();
        answer(fail);
        end(answered);
        mv.visitInsn(result.getOpcode(IRETURN));
        mv.visitLabel(fail);
        frames.bare(THROWABLE, THROWABLE);
        mv.visitInsn(ATHROW);
        caught(throwing ? List.of(asked, answered) : List.<Label[]>of(answered));
        frames.bare(THROWABLE, THROWABLE);
        mv.visitInsn(POP);
        mv.visitVarInsn(ALOAD, scratch);
        mv.visitInsn(DUP);
        mv.visitJumpInsn(IFNONNULL, fail);
        mv.visitInsn(POP);
        Boxes.zero(mv, result);
        mv.visitInsn(result.getOpcode(IRETURN));
    }

    private void askAfterThrow() {
        shape.pushSlot(mv);
        mv.visitVarInsn(ALOAD, token);
        mv.visitVarInsn(ALOAD, self);
        mv.visitVarInsn(ALOAD, taken);
        mv.visitVarInsn(ALOAD, scratch);
        mv.visitMethodInsn(
                INVOKESTATIC, BridgeClass.RETURNS, "threw", "(" + COMMON + "L" + THROWABLE + ";)" + OUTCOME, false);
        mv.visitVarInsn(ASTORE, taken);
    }

    /** Takes {result, thrown} apart. */
    private void answer(Label fail) {
        mv.visitVarInsn(ALOAD, taken);
        mv.visitInsn(Opcodes.ICONST_1);
        mv.visitInsn(Opcodes.AALOAD);
        mv.visitTypeInsn(CHECKCAST, THROWABLE);
        mv.visitInsn(DUP);
        mv.visitJumpInsn(IFNONNULL, fail);
        mv.visitInsn(POP);
        if (!result.equals(Type.VOID_TYPE)) {
            mv.visitVarInsn(ALOAD, taken);
            mv.visitInsn(Opcodes.ICONST_0);
            mv.visitInsn(Opcodes.AALOAD);
            Boxes.unbox(mv, result);
        }
    }

    private void store(int constant, int local) {
        mv.visitInsn(constant);
        mv.visitVarInsn(ASTORE, local);
    }

    private void endBody() {
        var end = new Label();
        mv.visitLabel(end);
        body.add(new Label[] {bodyStart, end});
    }

    private Label[] begin() {
        Label[] range = {new Label(), new Label()};
        mv.visitLabel(range[0]);
        return range;
    }

    private Label[] end(Label[] range) {
        mv.visitLabel(range[1]);
        return range;
    }

    /** Begins the handler of what these ranges throw, those without code left out; returns whether any is left. */
    private boolean caught(List<Label[]> ranges) {
        var handler = new Label();
        boolean any = false;
        for (var range : ranges) {
            if (range[0].getOffset() < range[1].getOffset()) {
                mv.visitTryCatchBlock(range[0], range[1], handler, null);
                any = true;
            }
        }
        if (any) {
            mv.visitLabel(handler);
        }
        return any;
    }
}
