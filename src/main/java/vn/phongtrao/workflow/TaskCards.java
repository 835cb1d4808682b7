package vn.phongtrao.workflow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

import vn.phongtrao.dossier.DossierCards;
import vn.phongtrao.dossier.DossierNumber;
import vn.phongtrao.language.Labels;

/** What task lists show beside each task. The process keeps two variables; the dossier knows the rest. */
@Component
class TaskCards {

    static final String NUMBER = "dossierNumber";
    static final String TITLE = "title";
    static final String UNIT = "unitName";
    static final String STOP_NAME = "stopName";
    /** What a list asks for. */
    static final Set<String> NAMES = Set.of(NUMBER, TITLE, UNIT, STOP_NAME);

    static final String STOP = "stop";
    /** What the process keeps of it. */
    static final String[] KEPT = {NUMBER, STOP};

    private final DossierCards cards;

    TaskCards(DossierCards cards) {
        this.cards = cards;
    }

    /** @param kept the variables {@link #KEPT} of the tasks' processes */
    List<VariableInstance> of(List<VariableInstance> kept) {
        var numbers = kept.stream().filter(variable -> variable.getName().equals(NUMBER)).toList();
        var stops = kept.stream().filter(variable -> variable.getName().equals(STOP))
                .collect(Collectors.toMap(VariableInstance::getExecutionId, Function.identity()));
        var about = cards.of(numbers.stream().map(TaskCards::number).distinct().toList());
        return numbers.stream().flatMap(number -> Stream.concat(Stream.of(number),
                card(number, about.get(number(number)), stops.get(number.getExecutionId())))).toList();
    }

    private static DossierNumber number(VariableInstance kept) {
        return DossierNumber.of((String) kept.getValue());
    }

    private static Stream<VariableInstance> card(VariableInstance number, DossierCards.Card card,
                                                 VariableInstance stop) {
        var shown = Stream.of(variable(number, TITLE, card.title()), variable(number, UNIT, card.unitName()));
        return Stream.concat(shown, where(card, stop).map(place -> variable(number, STOP_NAME, place)).stream());
    }

    /** The stop; past the stops, whose decision it is. */
    private static Optional<String> where(DossierCards.Card card, VariableInstance stop) {
        return stop == null ? Optional.ofNullable(card.decider()).map(decider -> Labels.of("deciding", decider))
                : card.place(((Number) stop.getValue()).intValue())
                .map(place -> Labels.of("stop", place.stop(), place.stops(), place.unitName()));
    }

    private static VariableInstance variable(VariableInstance beside, String name, String value) {
        var variable = VariableInstanceEntity.create(name, Variables.stringValue(value), true);
        variable.setExecutionId(beside.getExecutionId());
        variable.setProcessInstanceId(beside.getProcessInstanceId());
        return variable;
    }
}
