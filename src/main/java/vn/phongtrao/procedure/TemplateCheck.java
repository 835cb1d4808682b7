package vn.phongtrao.procedure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

import vn.phongtrao.edition.FileTree;
import vn.phongtrao.edition.Finding;

/**
 * Templates of papers and pages: that they can be filled, with what the program fills them with, and do nothing else.
 */
@Component
class TemplateCheck implements ProcedureCheck {

    private static final String ENDING = ".html";
    private static final String PAPERS = "/papers/";
    private static final String PAGE = "/page.html";
    private static final String FRAMES = Procedures.SHARED + PAPERS;
    /** Where a frame puts a paper's parts. */
    private static final Pattern INSIDE = Pattern.compile("~\\{\\$\\{matter} :: ([\\w-]+)");
    private static final Pattern FRAGMENT = Pattern.compile("th:fragment=\"([\\w-]+)");
    private static final Pattern REFERENCE = Pattern.compile("~\\{\\s*([\\w/-]+)\\s*::\\s*([\\w-]+)");

    private final Declared declared;

    TemplateCheck(Declared declared) {
        this.declared = declared;
    }

    @Override
    public Stream<Finding> check(FileTree files) {
        List<Finding> findings = new ArrayList<>();
        files.endingWith(ENDING).forEach((file, bytes) -> {
            try {
                new Template(file, variables(file), findings).read(bytes);
            } catch (SAXException | IOException broken) {
                findings.add(Unreadable.xml(file, bytes, broken));
            }
            var text = new String(bytes, StandardCharsets.UTF_8);
            wanted(file, files).filter(part -> FRAGMENT.matcher(text).results()
                    .noneMatch(found -> found.group(1).equals(part)))
                    .forEach(part -> findings.add(new Finding(file, "", "Mẫu thiếu phần \"%s\"".formatted(part),
                            "Thêm một phần có th:fragment=\"%s\"".formatted(part))));
            REFERENCE.matcher(text).results().filter(found -> !exists(file, found.group(1), found.group(2), files))
                    .forEach(found -> findings.add(new Finding(file, Finding.line(text, found.start()),
                            "Không có phần \"%s\" trong mẫu \"%s\"".formatted(found.group(2), found.group(1)),
                            "Sửa tên mẫu hoặc tên phần")));
        });
        declared.papers().stream().filter(paper -> files.folders().contains(paper.substring(0, paper.indexOf('/'))))
                .map(paper -> paper.replace("/", PAPERS) + ENDING).filter(file -> files.find(file).isEmpty())
                .forEach(file -> findings.add(new Finding(file, "", "Thiếu mẫu văn bản mà chương trình in",
                        "Thêm mẫu này")));
        return findings.stream();
    }

    /** As the program calls a paper: {@code commendation/decision}, or {@code decision} for one that all share. */
    private static String name(String file) {
        var name = file.substring(0, file.length() - ENDING.length());
        return name.startsWith(FRAMES) ? name.substring(FRAMES.length()) : name.replace(PAPERS, "/");
    }

    private static String folder(String file) {
        return file.substring(0, Math.max(file.indexOf('/'), 0));
    }

    /** What a template is filled with; empty where that is not known. */
    private Optional<Map<String, Template.Kind>> variables(String file) {
        if (file.endsWith(PAGE)) {
            var shown = declared.filling(folder(file));
            return shown.isEmpty() ? Optional.empty() : Optional.of(Map.of("sheet", Template.Kind.UNKNOWN, "dossier",
                    new Template.Kind(Stream.concat(shown.stream(), declared.filling("page").stream())
                            .map(ResolvableType::forClass).toList())));
        }
        var models = file.contains(PAPERS) ? declared.filling(name(file)) : List.<Class<?>>of();
        Map<String, Template.Kind> variables = new HashMap<>();
        models.forEach(model -> Stream.of(model.getRecordComponents()).forEach(component -> variables.put(
                component.getName(), Template.Kind.of(ResolvableType.forMethodReturnType(component.getAccessor())))));
        return models.isEmpty() ? Optional.empty() : Optional.of(variables);
    }

    /** The parts that a frame, or the page around, takes from the template. */
    private Stream<String> wanted(String file, FileTree files) {
        if (file.endsWith(PAGE)) {
            return Stream.of("content");
        }
        return file.contains(PAPERS) ? declared.frames(name(file)).stream()
                .flatMap(frame -> files.text(FRAMES + frame + ENDING).stream())
                .flatMap(text -> INSIDE.matcher(text).results().map(found -> found.group(1))) : Stream.empty();
    }

    private static boolean exists(String file, String template, String part, FileTree files) {
        var path = template.contains("/") ? template : Procedures.SHARED + "/" + template;
        return files.text((file.contains(PAPERS) ? path.replace("/", PAPERS) : path) + ENDING)
                .filter(content -> FRAGMENT.matcher(content).results().anyMatch(found -> found.group(1).equals(part)))
                .isPresent();
    }
}
