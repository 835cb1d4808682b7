# FEEL stays Camunda's: org.camunda.feel. So does the namespace of the models, which Operaton reads as its own.
s/org\.camunda\.(bpm|spin)\b/org.operaton.\1/g
s/org\.operaton\.bpm\.impl\.juel\.jakarta\.el/jakarta.el/g
s/bpmn\.instance\.camunda\b/bpmn.instance.operaton/g
s/\bCamunda(BpmProperties|In|Properties)\b/Operaton\1/g
s/\b(get|is|set)Camunda/\1Operaton/g
