package vn.phongtrao;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.stereotype.Component;

/**
 * Lets Spring remember which beans are of a type from the moment when all are defined. Otherwise it does so only after the web
 * server was made, and with it most beans: each that asks for another one looks at all definitions.
 */
@Component
class FrozenDefinitions implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        beans.freezeConfiguration();
    }
}
