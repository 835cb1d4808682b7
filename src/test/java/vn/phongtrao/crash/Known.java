package vn.phongtrao.crash;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.phongtrao.crash.Acts.Act;
import vn.phongtrao.crash.Messages.Got;

/** What those outside know, beside what the database says. Each answers what does not agree, in words. */
final class Known {

    /** One is sent again where a node or a connection was killed between sending it and writing down that it was. */
    private static final int MOST = 2;

    private static final Pattern EVENT = Pattern.compile("\"type\":\"([a-z.]+)\".*\"dossierNumber\":\"([^\"]+)\"");

    private Known() {
    }

    /** A step as it is recorded. */
    record Recorded(String number, String task, String actor) {
    }

    /** Each act that somebody knows of is recorded, once and in its place. */
    static List<String> steps(Map<String, List<Act>> acts, List<Recorded> recorded) {
        var kept = recorded.stream().collect(Collectors.groupingBy(Recorded::number,
                Collectors.mapping(step -> step.task + " by " + step.actor, Collectors.toList())));
        return acts.entrySet().stream().filter(dossier -> !dossier.getValue().stream().map(Act::toString).toList()
                        .equals(kept.getOrDefault(dossier.getKey(), List.of())))
                .map(dossier -> "%s: known %s, recorded %s".formatted(dossier.getKey(), dossier.getValue(), kept.get(dossier.getKey())))
                .toList();
    }

    /** @param names of the messages that the database says were sent */
    static List<String> messages(Set<String> names, List<Got> got) {
        List<String> wrong = new ArrayList<>();
        var times = got.stream().collect(Collectors.groupingBy(Got::name, TreeMap::new, Collectors.toList()));
        names.stream().filter(name -> !times.containsKey(name)).forEach(name -> wrong.add("%s was lost".formatted(name)));
        times.forEach((name, each) -> {
            if (!names.contains(name)) {
                wrong.add("%s was sent, and is not known".formatted(name));
            }
            if (each.size() > MOST) {
                wrong.add("%s came %d times".formatted(name, each.size()));
            }
            if (new HashSet<>(each).size() > 1) {
                wrong.add("%s was not the same each time".formatted(name));
            }
        });
        return wrong;
    }

    /**
     * A system is told of each dossier that it is opened, of each of its steps, and that it is decided, once.
     *
     * @param decided the dossiers that are
     */
    static List<String> events(Map<String, List<Act>> acts, Set<String> decided, List<Got> calls) {
        var told = calls.stream().distinct().flatMap(call -> EVENT.matcher(call.content()).results())
                .collect(Collectors.groupingBy(event -> event.group(2), Collectors.groupingBy(event -> event.group(1), TreeMap::new,
                        Collectors.counting())));
        return acts.entrySet().stream().flatMap(dossier -> {
            var expected = new TreeMap<>(Map.of("dossier.opened", 1L, "dossier.moved", (long) dossier.getValue().size(), "dossier.decided",
                    decided.contains(dossier.getKey()) ? 1L : 0L));
            expected.values().removeIf(none -> none == 0);
            var found = told.getOrDefault(dossier.getKey(), new TreeMap<>());
            return found.equals(expected) ? Stream.empty() : Stream.of("%s: told %s instead of %s".formatted(dossier.getKey(), found, expected));
        }).toList();
    }

    /** What a node says of a fault is about the database that went away, or does not belong there. */
    static List<String> faults(List<String> lines) {
        List<String> faults = new ArrayList<>();
        var fault = new StringBuilder();
        for (var line : Stream.concat(lines.stream(), Stream.of(BEGINNING)).toList()) {
            if (ENTRY.matcher(line).find()) {
                if (!fault.isEmpty() && !AWAY.matcher(fault).find()) {
                    faults.add(fault.substring(0, Math.min(fault.length(), 1500)));
                }
                fault.setLength(0);
                if (line.contains(" ERROR ")) {
                    fault.append(line).append('\n');
                }
            } else if (!fault.isEmpty()) {
                fault.append(line).append('\n');
            }
        }
        return faults;
    }

    private static final String BEGINNING = "2024-07-01T08:00:00.000+07:00 INFO";
    private static final Pattern ENTRY = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}T");
    private static final Pattern AWAY = Pattern.compile("SQLState: (57P|08)|terminating connection|recovery mode|starting up|shutting down"
            + "|connection has been closed|Connection is closed|I/O error occurred|Connection to localhost:\\d+ refused|connection attempt failed"
            + "|Connection is not available|connection is closed|not yet accepting connections"
            // what met another was to be taken back when the connection went: that is not told
            + "|overridden by rollback exception\\s+org\\.camunda\\.bpm\\.engine\\.OptimisticLockingException"
            // the bottom of what is told in one line
            + "|: java\\.(io\\.EOFException|net\\.(Socket|Connect)Exception(: .*)?)\\s*$");
}
