package boot;

import com.fasterxml.jackson.databind.ObjectMapper;
import example.Handler;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Holds a handler as Lambda's environment does. Each line on standard input is an invocation; each
 * answers with a line of JSON. The line {"at_once": 20} is as many, started together, and answers
 * with a line of all answers.
 */
public final class Boot {
    private static Map<String, Object> invoke() {
        try {
            return Map.of("answer", new Handler().handleRequest(Map.of(), null));
        } catch (Throwable error) {
            StringBuilder said = new StringBuilder();
            for (Throwable cause = error; cause != null; cause = cause.getCause()) {
                said.append(cause).append(' ');
            }
            return Map.of("error", said.toString());
        }
    }

    public static void main(String[] arguments) throws Exception {
        ObjectMapper json = new ObjectMapper();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int atOnce = json.readTree(line).path("at_once").asInt(0);
            Object said;
            if (atOnce == 0) {
                said = invoke();
            } else {
                ExecutorService pool = Executors.newFixedThreadPool(atOnce);
                said = pool.invokeAll(Collections.nCopies(atOnce, Boot::invoke)).stream().map(answer -> {
                    try {
                        return answer.get();
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                }).toList();
                pool.shutdown();
            }
            System.out.println(json.writeValueAsString(said));
        }
    }
}
