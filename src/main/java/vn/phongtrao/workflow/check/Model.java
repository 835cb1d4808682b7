package vn.phongtrao.workflow.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A model that could be read.
 *
 * @param file     as it lies in {@code processes/}
 * @param document the same as plain XML
 */
record Model(String file, BpmnModelInstance bpmn, Document document) {

    String stem() {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".bpmn".length());
    }

    String folder() {
        return file.substring(0, Math.max(file.indexOf('/'), 0));
    }

    <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return bpmn.getModelElementsByType(type);
    }

    List<Process> processes() {
        return List.copyOf(all(Process.class));
    }

    /** The processes that it calls, by key. */
    Set<String> calls() {
        return all(CallActivity.class).stream().map(CallActivity::getCalledElement).filter(key -> key != null)
                .collect(Collectors.toSet());
    }

    List<StartEvent> starts() {
        return all(StartEvent.class).stream().filter(start -> !(start.getParentElement() instanceof SubProcess))
                .toList();
    }

    boolean hasStartForm() {
        return starts().stream().anyMatch(start -> start.getCamundaFormRef() != null);
    }

    Set<String> userTasks() {
        return all(UserTask.class).stream().map(UserTask::getId).collect(Collectors.toSet());
    }

    /** A text of the file, an attribute's or an element's, with the id of the element that it belongs to. */
    record Text(String element, String text) {
    }

    List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        collect(document.getDocumentElement(), "", texts);
        return texts;
    }

    private static void collect(Element element, String owner, List<Text> texts) {
        var id = element.hasAttribute("id") ? element.getAttribute("id") : owner;
        attributes(element).forEach(attribute -> texts.add(new Text(id, attribute.getValue())));
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, id, texts);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                texts.add(new Text(id, child.getNodeValue().strip()));
            }
        }
    }

    /** The elements of the file, each as plain XML. */
    Stream<Element> elements() {
        var all = document.getElementsByTagName("*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i));
    }

    static Stream<Attr> attributes(Element element) {
        var attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i));
    }

    /** The element itself or the nearest around it that has an id. */
    static String place(Element element) {
        Node node = element;
        while (node instanceof Element one) {
            if (one.hasAttribute("id")) {
                return one.getAttribute("id");
            }
            node = node.getParentNode();
        }
        return "";
    }

    /** What its steps set, apart from what those that call it give. */
    Set<String> variables() {
        Set<String> set = new HashSet<>();
        elements().forEach(element -> attributes(element).forEach(attribute -> {
            var name = attribute.getLocalName();
            if (Set.of("resultVariable", "elementVariable").contains(name)
                    || name.equals("target") && "out".equals(element.getLocalName())
                    || name.equals("name") && Set.of("inputParameter", "outputParameter")
                    .contains(element.getLocalName())) {
                set.add(attribute.getValue());
            }
        }));
        return set;
    }

    /** What it gives to a process that it calls. */
    Set<String> given(String called) {
        return elements().filter(element -> "in".equals(element.getLocalName()) && element.hasAttribute("target"))
                .filter(element -> calls(element, called)).map(element -> element.getAttribute("target"))
                .collect(Collectors.toSet());
    }

    private static boolean calls(Element input, String called) {
        return input.getParentNode().getParentNode() instanceof Element call
                && called.equals(call.getAttribute("calledElement"));
    }
}
