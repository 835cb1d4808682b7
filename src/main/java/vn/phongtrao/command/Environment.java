package vn.phongtrao.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables a command is told by. One that is blank is not set. */
public record Environment(Map<String, String> variables) {

    /** The value as it stands; of several names the first that is set. */
    public Optional<String> find(String... names) {
        return Arrays.stream(names).map(variables::get).filter(value -> value != null && !value.isBlank()).findFirst();
    }

    /** @throws MissingSettings it is not set */
    public String require(String name) {
        return find(name).orElseThrow(() -> new MissingSettings(Set.of(name)));
    }

    /** What is written with commas between, without the spaces around. */
    public List<String> list(String name) {
        return find(name).stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }
}
