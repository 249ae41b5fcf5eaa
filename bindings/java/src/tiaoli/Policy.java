package tiaoli;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

/**
 * A policy, loaded from a compiled file ({@code tiaoli build}). It never changes; threads may share it.
 *
 * <p>Applications and decisions are JSON texts, for the JSON library of your choice; sums in them are decimal texts, for
 * {@link java.math.BigDecimal}. The native library {@code tiaoli_c} is looked for in {@code jna.library.path}.
 */
public final class Policy implements AutoCloseable {
    private interface Functions extends Library {
        int tiaoli_load(byte[] file, long length, PointerByReference policy, PointerByReference why);

        int tiaoli_evaluate(Pointer policy, byte[] application, long length, PointerByReference answer);

        int tiaoli_call(Pointer policy, String verb, byte[] request, long length, PointerByReference answer);

        Pointer tiaoli_answer_json(Pointer answer);

        long tiaoli_answer_length(Pointer answer);

        void tiaoli_answer_free(Pointer answer);

        void tiaoli_policy_free(Pointer policy);
    }

    private static final Functions LIBRARY =
            Native.load("tiaoli_c", Functions.class, java.util.Map.of(Library.OPTION_STRING_ENCODING, "UTF-8"));

    private Pointer policy;

    private Policy(Pointer policy) {
        this.policy = policy;
    }

    /** Loads the bytes of a compiled file. */
    public static Policy load(byte[] file) throws TiaoliException {
        PointerByReference policy = new PointerByReference();
        PointerByReference why = new PointerByReference();
        int status = LIBRARY.tiaoli_load(file, file.length, policy, why);
        if (status != 0) throw new TiaoliException(status, take(why.getValue()));
        return new Policy(policy.getValue());
    }

    /** Decides an application under the policy's chosen readings: JSON in, JSON out. */
    public String evaluate(String application) throws TiaoliException {
        byte[] bytes = application.getBytes(StandardCharsets.UTF_8);
        PointerByReference answer = new PointerByReference();
        int status = LIBRARY.tiaoli_evaluate(open(), bytes, bytes.length, answer);
        return checked(status, answer);
    }

    /**
     * Asks anything: {@code evaluate} and {@code explain} with a request such as
     * {@code {"application": {…}, "as_of": "2021-06-30", "readings": {"A8-1": "R2"}}}, {@code schema} and {@code describe}
     * with {@code {}}.
     */
    public String call(String verb, String request) throws TiaoliException {
        byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
        PointerByReference answer = new PointerByReference();
        int status = LIBRARY.tiaoli_call(open(), verb, bytes, bytes.length, answer);
        return checked(status, answer);
    }

    /** Gives the policy's memory back. No call may be under way. */
    @Override
    public void close() {
        LIBRARY.tiaoli_policy_free(policy);
        policy = null;
    }

    private Pointer open() {
        if (policy == null) throw new IllegalStateException("the policy is closed");
        return policy;
    }

    private static String checked(int status, PointerByReference answer) throws TiaoliException {
        String json = take(answer.getValue());
        if (status != 0) throw new TiaoliException(status, json);
        return json;
    }

    private static String take(Pointer answer) {
        byte[] json = LIBRARY.tiaoli_answer_json(answer)
                .getByteArray(0, Math.toIntExact(LIBRARY.tiaoli_answer_length(answer)));
        LIBRARY.tiaoli_answer_free(answer);
        return new String(json, StandardCharsets.UTF_8);
    }
}
