package vn.phongtrao.procedure;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What the program's classes declare of models, tables, templates and forms; read once, without making any bean. */
@Component
public class Declared {

    private static final String ROOT = "vn.phongtrao";
    private static final List<Class<? extends Annotation>> KINDS =
            List.of(ProcessBean.class, RowOf.class, Fills.class, Fills.Several.class, FieldsOf.class);

    private final List<Class<?>> types;

    @Autowired
    Declared(ListableBeanFactory beans) {
        this(packages(beans));
    }

    /** @param packages where to look, and below */
    public Declared(Collection<String> packages) {
        var scanner = new Scanner();
        KINDS.forEach(kind -> scanner.addIncludeFilter(new AnnotationTypeFilter(kind, false)));
        this.types = packages.stream().flatMap(name -> scanner.findCandidateComponents(name).stream())
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null)).distinct()
                .toList();
    }

    /** Procedures may lie elsewhere. */
    private static Set<String> packages(ListableBeanFactory beans) {
        Set<String> packages = new TreeSet<>(Set.of(ROOT));
        for (var name : beans.getBeanNamesForAnnotation(ProcessBean.class)) {
            var type = beans.getType(name, false);
            if (type != null && !type.getPackageName().startsWith(ROOT)) {
                packages.add(type.getPackageName());
            }
        }
        return packages;
    }

    /** The beans that models may call, by name. */
    public Map<String, Class<?>> beans() {
        Map<String, Class<?>> beans = new TreeMap<>();
        types.stream().filter(type -> type.isAnnotationPresent(ProcessBean.class))
                .forEach(type -> beans.put(type.getAnnotation(ProcessBean.class).value(), type));
        return beans;
    }

    /** The records that are rows of a table, by what the program asks for; several where several parts of it ask. */
    public List<Class<?>> rowsOf(String table) {
        return types.stream().filter(type -> type.isAnnotationPresent(RowOf.class)).filter(type ->
                Arrays.stream(type.getAnnotation(RowOf.class).value()).anyMatch(key -> isMeant(key, table))).toList();
    }

    private static boolean isMeant(String key, String table) {
        return key.startsWith("*") ? table.endsWith(key.substring(1)) : key.equals(table);
    }

    /** The records that fill a template; those of its frame too, where it is put into one. */
    public List<Class<?>> filling(String template) {
        var frames = frames(template);
        return fills().filter(one -> one.templates().contains(template)
                || one.templates().stream().anyMatch(frames::contains)).<Class<?>>map(Filling::type).distinct()
                .toList();
    }

    /** The frames that a template is put into. */
    public Set<String> frames(String template) {
        Set<String> frames = new TreeSet<>();
        fills().filter(one -> one.templates().contains(template) && !one.frame().isEmpty())
                .forEach(one -> frames.add(one.frame()));
        return frames;
    }

    /** The papers that the program prints of procedures, for example {@code commendation/decision}. */
    public Set<String> papers() {
        Set<String> papers = new TreeSet<>();
        fills().flatMap(one -> one.templates().stream()).filter(name -> name.contains("/")).forEach(papers::add);
        return papers;
    }

    private record Filling(Class<?> type, List<String> templates, String frame) {
    }

    private Stream<Filling> fills() {
        return types.stream().flatMap(type -> Arrays.stream(type.getAnnotationsByType(Fills.class))
                .map(fills -> new Filling(type, List.of(fills.value()), fills.frame())));
    }

    /** The records that the program reads of a form. */
    public List<Class<?>> fieldsOf(String form) {
        return types.stream().filter(type -> type.isAnnotationPresent(FieldsOf.class))
                .filter(type -> List.of(type.getAnnotation(FieldsOf.class).value()).contains(form)).toList();
    }

    private static class Scanner extends ClassPathScanningCandidateComponentProvider {

        Scanner() {
            super(false);
        }

        @Override
        protected boolean isCandidateComponent(AnnotatedBeanDefinition found) {
            return true;
        }
    }
}
