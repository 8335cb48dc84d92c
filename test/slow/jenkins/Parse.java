import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.Report;
import edu.hm.hafner.analysis.parser.JsonParser;
import edu.hm.hafner.analysis.registry.ParserRegistry;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * Reads files as Jenkins does, each given as ID=FILE, and prints what it has read of all of them, as JSON. Steps of a pipeline
 * (`steps=FILE`) are run, with a shell in the folder this runs in, and `error` and `unstable` told.
 */
public class Parse {
    public static void main(String[] arguments) {
        JSONArray read = new JSONArray();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            JSONObject answer;
            try {
                answer = switch (parts[0]) {
                    case "groovy" -> syntax(parts[1]);
                    case "steps" -> run(parts[1]);
                    default -> issues(parts[0], parts[1]);
                };
            } catch (Exception error) {
                answer = new JSONObject().put("refused", String.valueOf(error.getMessage()));
            }
            read.put(answer);
        }
        System.out.println(read);
    }

    private static JSONObject issues(String id, String file) throws Exception {
        // `issues` of the warnings plugin is no parser of the registry, but this class.
        var parser = id.equals("issues") ? new JsonParser() : new ParserRegistry().get(id).createParser();
        Report report = parser.parse(new FileReaderFactory(Path.of(file)));
        JSONArray issues = new JSONArray();
        for (Issue issue : report) {
            issues.put(new JSONObject()
                .put("severity", issue.getSeverity().getName())
                .put("file", issue.getFileName())
                .put("line", issue.getLineStart())
                .put("type", issue.getType())
                .put("category", issue.getCategory())
                .put("message", issue.getMessage())
                .put("fingerprint", issue.getFingerprint()));
        }
        return new JSONObject().put("issues", issues).put("errors", new JSONArray(report.getErrorMessages()));
    }

    private static JSONObject syntax(String file) {
        CompilationUnit unit = new CompilationUnit();
        unit.addSource(new java.io.File(file));
        try {
            unit.compile(Phases.CONVERSION);
            return new JSONObject().put("syntax", "groovy");
        } catch (CompilationFailedException error) {
            return new JSONObject().put("refused", error.getMessage());
        }
    }

    private static JSONObject run(String file) throws Exception {
        JSONArray told = new JSONArray();
        Binding steps = new Binding();
        steps.setVariable("sh", step(given -> {
            var shell = new ProcessBuilder("/bin/sh", "-e", "-c", String.valueOf(((Map<?, ?>) given).get("script")));
            return shell.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        }));
        for (String name : new String[] {"error", "unstable"}) {
            steps.setVariable(name, step(given -> told.put(name + ": " + given)));
        }
        new GroovyShell(steps).evaluate(Files.readString(Path.of(file)));
        return new JSONObject().put("told", told);
    }

    private interface Step {
        Object run(Object given) throws Exception;
    }

    private static Closure<Object> step(Step step) {
        return new Closure<>(null) {
            @Override
            public Object call(Object... given) {
                try {
                    return step.run(given[0]);
                } catch (Exception error) {
                    throw new IllegalStateException(error);
                }
            }
        };
    }
}
