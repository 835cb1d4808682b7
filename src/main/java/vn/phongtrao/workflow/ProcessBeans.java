package vn.phongtrao.workflow;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.beans.factory.ListableBeanFactory;

import vn.phongtrao.procedure.ProcessBean;

/** The beans that process models may call: those marked {@link ProcessBean}, looked up when an expression runs. */
class ProcessBeans extends AbstractMap<Object, Object> {

    private final ListableBeanFactory beans;
    private final Set<String> names;

    ProcessBeans(ListableBeanFactory beans) {
        this.beans = beans;
        this.names = Arrays.stream(beans.getBeanNamesForAnnotation(ProcessBean.class))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean containsKey(Object name) {
        return names.contains(name);
    }

    @Override
    public Object get(Object name) {
        return containsKey(name) ? beans.getBean((String) name) : null;
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
        return names.stream().map(name -> Map.entry((Object) name, beans.getBean(name)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
