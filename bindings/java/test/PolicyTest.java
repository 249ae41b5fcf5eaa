import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import tiaoli.Policy;
import tiaoli.TiaoliException;

/** The binding as a Java program meets it. Arguments: the folder of kept files. */
public final class PolicyTest {
    private static int passed;
    private static int failed;

    private static void check(String what, boolean holds) {
        if (holds) passed++;
        else {
            failed++;
            System.out.println("FAILED " + what);
        }
    }

    private interface Call {
        void run() throws TiaoliException;
    }

    private static void refused(String what, int status, String code, Call call) {
        try {
            call.run();
            check(what, false);
        } catch (TiaoliException why) {
            check(what + ": " + why.json, why.status == status && why.json.contains("\"code\":\"" + code + "\""));
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path kept = Path.of(arguments[0]);
        byte[] file = Files.readAllBytes(kept.resolve("park.tlc"));
        String application = Files.readString(kept.resolve("park.application.json"), StandardCharsets.UTF_8);
        Policy policy = Policy.load(file);
        String decision = policy.evaluate(application);
        check("decides", decision.startsWith("{\"policy\":{\"name\":\"park\"") && decision.contains("\"total\""));
        check("the envelope gives the same", decision.equals(
                policy.call("evaluate", "{\"application\":" + application + "}")));
        check("another reading", policy.call("evaluate",
                "{\"application\":" + application + ",\"readings\":{\"A1-1\":\"R2\"}}").contains("{\"A1-1\":\"R2\"}"));
        check("schema", policy.call("schema", "{}").contains("2020-12"));
        check("describe", policy.call("describe", "{}").contains("sha256:"));
        refused("a shape", 1, "missing_key", () -> policy.evaluate("{}"));
        refused("a verb", 2, "no_such_verb", () -> policy.call("奖励", "{}"));
        refused("a damaged file", 3, "damaged", () -> {
            byte[] wrong = file.clone();
            wrong[wrong.length - 1] ^= 1;
            Policy.load(wrong);
        });
        refused("no file", 3, "not_a_compiled_file", () -> Policy.load(new byte[0]));
        List<Boolean> same = IntStream.range(0, 200).parallel().mapToObj(turn -> {
            try {
                return policy.evaluate(application).equals(decision);
            } catch (TiaoliException why) {
                return false;
            }
        }).toList();
        check("threads share a policy", !same.contains(false));
        policy.close();
        try {
            policy.evaluate(application);
            check("a closed policy", false);
        } catch (IllegalStateException closed) {
            check("a closed policy", true);
        }
        System.out.println(passed + " passed, " + failed + " failed");
        System.exit(failed == 0 ? 0 : 1);
    }
}
