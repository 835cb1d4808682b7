package vn.phongtrao.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import vn.phongtrao.text.Wording;

/** A model of the register as forms and dossiers show it. */
final class Shown {

    private Shown() {
    }

    static Map<String, Object> of(Model model, Places places) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("modelId", String.valueOf(model.id()));
        shown.put("name", model.name());
        shown.put("group", model.group().id());
        shown.put("groupName", model.group().label());
        shown.put("homeName", places.inWords(model.place()));
        shown.put("reached", reached(model));
        return shown;
    }

    /** The levels that a model has reached, with the decision that says so. */
    static List<Map<String, Object>> reached(Model model) {
        return model.recognitions().stream().map(reached -> Map.<String, Object>of("level", reached.level().id(),
                "levelName", reached.level().label(), "decisionNumber", reached.decisionNumber(), "decidedOn",
                reached.decidedOn(), "when", day(reached.decidedOn()), "authority", reached.authority())).toList();
    }

    /** As officers write it; empty without a day. */
    static String day(LocalDate day) {
        return Wording.day(day);
    }
}
