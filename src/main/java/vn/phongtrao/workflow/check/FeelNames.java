package vn.phongtrao.workflow.check;

import java.util.HashSet;
import java.util.Set;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.immutable.List;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Filter;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.JavaFunctionInvocation;
import org.camunda.feel.syntaxtree.Ref;
import org.camunda.feel.syntaxtree.SomeItem;

/** The names that an expression asks its surroundings for. */
final class FeelNames {

    /** What FEEL itself can do and rules need; any other function would answer nothing, without a word. */
    private static final Set<String> FUNCTIONS = Set.of("date", "time", "date and time", "duration",
            "years and months duration", "number", "string", "not", "contains", "starts with", "ends with",
            "upper case", "lower case", "string length", "substring", "count", "min", "max", "sum", "abs", "floor",
            "ceiling", "round up", "round down", "modulo", "day of week", "day of year", "month of year",
            "last day of month", "string join", "list contains", "append", "concatenate", "distinct values", "flatten",
            "sort", "index of", "get value", "is defined", "matches", "replace", "split", "all", "any", "mean",
            "decimal", "odd", "even", "sublist", "remove", "reverse", "union");

    private FeelNames() {
    }

    /**
     * Without what it defines itself, and without what filters may ask of the rows that they look at. Functions that
     * FEEL does not have are names too; those of Java are called {@code java}, which nothing else is.
     */
    static Set<String> of(Exp expression) {
        Set<String> names = new HashSet<>();
        collect(expression, Set.of(), names);
        return names;
    }

    private static void collect(Object node, Set<String> own, Set<String> names) {
        if (node instanceof Ref reference) {
            var first = String.valueOf(reference.names().head());
            if (!own.contains(first)) {
                names.add(first);
            }
        } else if (node instanceof Filter filter) {
            collect(filter.list(), own, names);
        } else if (node instanceof For loop) {
            loop(loop.iterators(), loop.exp(), own, names);
        } else if (node instanceof SomeItem some) {
            loop(some.iterators(), some.condition(), own, names);
        } else if (node instanceof EveryItem every) {
            loop(every.iterators(), every.condition(), own, names);
        } else if (node instanceof FunctionInvocation call) {
            if (!FUNCTIONS.contains(call.function())) {
                names.add(call.function());
            }
            collect(call.params(), own, names);
        } else if (node instanceof JavaFunctionInvocation) {
            names.add("java");
        } else if (node instanceof Iterable<?> list) {
            list.foreach(item -> {
                collect(item, own, names);
                return null;
            });
        } else if (node instanceof Product parts) {
            for (int i = 0; i < parts.productArity(); i++) {
                collect(parts.productElement(i), own, names);
            }
        }
    }

    private static void loop(List<Tuple2<String, Exp>> iterators, Exp body, Set<String> own, Set<String> names) {
        collect(iterators, own, names);
        var inside = new HashSet<>(own);
        inside.add("partial");
        iterators.foreach(iterator -> inside.add(iterator._1()));
        collect(body, inside, names);
    }
}
