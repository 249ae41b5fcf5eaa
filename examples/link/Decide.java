import java.nio.file.Files;
import java.nio.file.Path;
import tiaoli.Policy;
import tiaoli.TiaoliException;

/** Decides an application in Java: java … Decide POLICY.tlc APPLICATION.json */
public final class Decide {
    public static void main(String[] arguments) throws Exception {
        try (Policy policy = Policy.load(Files.readAllBytes(Path.of(arguments[0])))) {
            System.out.println(policy.evaluate(Files.readString(Path.of(arguments[1]))));
        } catch (TiaoliException why) {
            System.err.println(why.json); // a stable code, and words in Chinese and English
            System.exit(why.status);
        }
    }
}
