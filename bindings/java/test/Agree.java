import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tiaoli.Policy;
import tiaoli.TiaoliException;

/** Decides every line of a file of applications and prints a line for each: POLICY.tlc APPLICATIONS.jsonl. */
public final class Agree {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(new java.io.BufferedOutputStream(System.out), false, StandardCharsets.UTF_8);
        try (Policy policy = Policy.load(Files.readAllBytes(Path.of(arguments[0])));
                BufferedReader lines = Files.newBufferedReader(Path.of(arguments[1]), StandardCharsets.UTF_8)) {
            for (String line; (line = lines.readLine()) != null; ) {
                String answer;
                try {
                    answer = policy.evaluate(line);
                } catch (TiaoliException why) {
                    answer = why.json;
                }
                out.print(answer + "\n");
            }
        }
        out.flush();
    }
}
