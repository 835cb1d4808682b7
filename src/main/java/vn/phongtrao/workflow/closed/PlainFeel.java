package vn.phongtrao.workflow.closed;

import java.util.ArrayList;
import java.util.List;

import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.feel.valuemapper.CustomValueMapper;

/** The language of tables. Functions of Java are off in it; {@link PlainValues} keeps objects of Java out of it too. */
final class PlainFeel extends ScalaFeelEngine {

    PlainFeel() {
        super(List.of());
    }

    @Override
    protected camundajar.impl.scala.collection.immutable.List<CustomValueMapper> getValueMappers() {
        List<CustomValueMapper> mappers = new ArrayList<>(CollectionConverters.asJava(super.getValueMappers()));
        mappers.add(new PlainValues());
        return toList(mappers);
    }
}
