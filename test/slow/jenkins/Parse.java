import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.Report;
import edu.hm.hafner.analysis.parser.JsonParser;
import edu.hm.hafner.analysis.registry.ParserRegistry;
import java.nio.file.Path;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.Phases;
import org.json.JSONArray;
import org.json.JSONObject;

/** Reads files as Jenkins does, each given as ID=FILE, and prints what it has read of all of them, as JSON. */
public class Parse {
    public static void main(String[] arguments) {
        JSONArray read = new JSONArray();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            JSONObject answer;
            try {
                answer = parts[0].equals("groovy") ? syntax(parts[1]) : issues(parts[0], parts[1]);
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
}
