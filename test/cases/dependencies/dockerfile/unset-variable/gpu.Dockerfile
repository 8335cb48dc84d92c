ARG BASE
FROM ${BASE}
ARG TORCH
RUN pip install torch==${TORCH} onnx==${ONNX:-1.21.0}
